# Warnings and strict defines live here once; no target sets its own.
add_library(project_options INTERFACE)
target_compile_features(project_options INTERFACE cxx_std_20)
target_compile_options(project_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
    # Statement expressions carry TRY; clang reports them even behind __extension__ in nested macros.
    $<$<CXX_COMPILER_ID:Clang>:-Wno-gnu-statement-expression>)
target_compile_definitions(project_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_STRICT_ITERATORS QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# Line tables are enough for a backtrace; full debug information doubles the build on two cores.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")

set(TONGBAN_SANITIZE "" CACHE STRING "sanitizers for the whole tree, e.g. address,undefined")
option(TONGBAN_FUZZ "build the libFuzzer targets (clang)" OFF)
if(TONGBAN_SANITIZE)
    add_compile_options(-fsanitize=${TONGBAN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${TONGBAN_SANITIZE})
    if(TONGBAN_FUZZ)
        add_compile_options(-fsanitize=fuzzer-no-link)
    endif()
endif()

find_program(CCACHE ccache)
if(CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD)
    add_link_options(-fuse-ld=mold)
endif()
