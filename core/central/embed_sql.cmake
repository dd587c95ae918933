# cmake -DROOT=<core/central> -DOUTPUT=<file.cpp> -P embed_sql.cmake: puts the migrations and the statements, one a
# file, into one C++ source as text.
set(body "")
foreach(group migrations statements)
    file(GLOB files RELATIVE ${ROOT}/sql/${group} ${ROOT}/sql/${group}/*.sql)
    list(SORT files)
    string(APPEND body "constexpr SqlFile k_${group}[] = {\n")
    foreach(file IN LISTS files)
        file(READ ${ROOT}/sql/${group}/${file} text)
        string(REPLACE ".sql" "" name ${file})
        string(APPEND body "    {\"${name}\", R\"sql(${text})sql\"},\n")
    endforeach()
    string(APPEND body "};\n")
endforeach()
file(WRITE ${OUTPUT} "// Made from core/central/sql by embed_sql.cmake.
#include \"core/central/sql_files.h\"

namespace tongban::central {
namespace {
${body}} // namespace

std::span<const SqlFile> migrationFiles()
{
    return k_migrations;
}

std::span<const SqlFile> statementFiles()
{
    return k_statements;
}

} // namespace tongban::central
")
