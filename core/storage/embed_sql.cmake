# cmake -DROOT=<core/storage> -DOUTPUT=<file.cpp> -P embed_sql.cmake: puts every .sql file into one C++ source as text.
set(body "")
foreach(group store registers roster connection migrations/store migrations/registers migrations/roster)
    file(GLOB files RELATIVE ${ROOT}/sql ${ROOT}/sql/${group}/*.sql)
    list(SORT files)
    string(REPLACE "/" "_" variable ${group})
    string(APPEND body "constexpr SqlFile k_${variable}[] = {\n")
    foreach(file IN LISTS files)
        file(READ ${ROOT}/sql/${file} text)
        string(APPEND body "    {\"${file}\", R\"sql(${text})sql\"},\n")
    endforeach()
    string(APPEND body "};\n")
endforeach()
file(WRITE ${OUTPUT} "// Made from core/storage/sql by embed_sql.cmake.
#include \"core/storage/sql_texts.h\"

namespace tongban::storage {
namespace {
${body}} // namespace

std::span<const SqlFile> statementFiles(StoreKind kind)
{
    switch (kind) {
    case StoreKind::Cases: return k_store;
    case StoreKind::Registers: return k_registers;
    case StoreKind::Roster: return k_roster;
    }
    return {};
}

std::span<const SqlFile> connectionFiles()
{
    return k_connection;
}

std::span<const SqlFile> migrationFiles(StoreKind kind)
{
    switch (kind) {
    case StoreKind::Cases: return k_migrations_store;
    case StoreKind::Registers: return k_migrations_registers;
    case StoreKind::Roster: return k_migrations_roster;
    }
    return {};
}

} // namespace tongban::storage
")
