# cmake -DROOT=<core/storage> -DOUTPUT=<file.cpp> -P embed_sql.cmake: puts every .sql file into one C++ source as text.

# What several statements of a file have in common stands there once, under `-- part: name`; from there on they (and later
# parts) name it as {name}. A part nobody wrote stays in its braces, which is no SQL.
function(fill_in_parts variable)
    set(text "${${variable}}")
    string(FIND "${text}" "-- part: " begin)
    while(NOT begin EQUAL -1)
        string(SUBSTRING "${text}" 0 ${begin} head)
        string(SUBSTRING "${text}" ${begin} -1 rest)
        string(FIND "${rest}" "\n" line)
        math(EXPR length "${line} - 9")
        string(SUBSTRING "${rest}" 9 ${length} name)
        math(EXPR line "${line} + 1")
        string(SUBSTRING "${rest}" ${line} -1 rest)
        set(end -1)
        foreach(heading "-- part: " "-- name: ")
            string(FIND "${rest}" "${heading}" found)
            if(NOT found EQUAL -1 AND (end EQUAL -1 OR found LESS end))
                set(end ${found})
            endif()
        endforeach()
        string(SUBSTRING "${rest}" 0 ${end} part)
        string(SUBSTRING "${rest}" ${end} -1 rest)
        string(REPLACE "{${name}}" "${part}" rest "${rest}")
        set(text "${head}${rest}")
        string(FIND "${text}" "-- part: " begin)
    endwhile()
    set(${variable} "${text}" PARENT_SCOPE)
endfunction()

set(body "")
foreach(group store registers roster connection migrations/store migrations/registers migrations/roster)
    file(GLOB files RELATIVE ${ROOT}/sql ${ROOT}/sql/${group}/*.sql)
    list(SORT files)
    string(REPLACE "/" "_" variable ${group})
    string(APPEND body "constexpr SqlFile k_${variable}[] = {\n")
    foreach(file IN LISTS files)
        file(READ ${ROOT}/sql/${file} text)
        fill_in_parts(text)
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
