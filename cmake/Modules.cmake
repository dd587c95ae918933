# One function a kind of target: add_module (a library), add_unit_test, add_fuzz_target.
# An include line is always the file's path from the repository root; a header that a module does not
# list under PUBLIC_HEADERS does not exist for anybody else.

function(add_module path)
    cmake_parse_arguments(ARG "" "" "PUBLIC_HEADERS;SOURCES;PUBLIC;PRIVATE" ${ARGN})
    string(REPLACE "/" "_" target ${path})
    if(path MATCHES "^core/" AND "${ARG_PUBLIC};${ARG_PRIVATE}" MATCHES "(ui_|Qt6::(Gui|Widgets|Charts))")
        message(FATAL_ERROR "${path}: core may not link '${CMAKE_MATCH_1}'")
    endif()
    set(root ${PROJECT_BINARY_DIR}/include/${target})
    set(exported)
    foreach(header IN LISTS ARG_PUBLIC_HEADERS)
        file(CONFIGURE OUTPUT ${root}/${path}/${header} @ONLY
             CONTENT "#include \"${PROJECT_SOURCE_DIR}/${path}/${header}\" // IWYU pragma: export\n")
        list(APPEND exported ${root}/${path}/${header})
    endforeach()
    # The module's own sources see its private headers through a root that holds only this module.
    set(private_root ${PROJECT_BINARY_DIR}/private/${target})
    get_filename_component(parent ${path} DIRECTORY)
    file(MAKE_DIRECTORY ${private_root}/${parent})
    if(NOT EXISTS ${private_root}/${path})
        file(CREATE_LINK ${PROJECT_SOURCE_DIR}/${path} ${private_root}/${path} SYMBOLIC)
    endif()
    add_library(${target} STATIC ${ARG_PUBLIC_HEADERS} ${ARG_SOURCES})
    target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${root} FILES ${exported})
    set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
    target_include_directories(${target} PRIVATE ${private_root})
    if(path MATCHES "^ui/")
        set_target_properties(${target} PROPERTIES AUTOMOC ON)
    endif()
    target_link_libraries(${target} PUBLIC ${ARG_PUBLIC} PRIVATE project_options ${ARG_PRIVATE})
endfunction()

# What continuous integration builds and runs under the sanitizers (tests/run): the fuzz targets and the tests of the
# modules below, without those labelled slow. The asan preset can build everything.
add_custom_target(sanitized)
set(TONGBAN_SANITIZED_TESTS "^core/(base|permit|approval)/")

# add_unit_test(core/base/tst_id core_base ...): tests/core/base/tst_id.cpp, run by ctest offscreen.
function(add_unit_test path)
    cmake_parse_arguments(ARG "" "TIMEOUT" "LINK;LABELS" ${ARGN})
    get_filename_component(name ${path} NAME)
    string(REPLACE "/" "_" target ${path})
    add_executable(${target} ${PROJECT_SOURCE_DIR}/tests/${path}.cpp)
    set_target_properties(${target} PROPERTIES AUTOMOC ON
        RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
    target_link_libraries(${target} PRIVATE project_options test_support Qt6::Test ${ARG_LINK} ${ARG_UNPARSED_ARGUMENTS})
    add_test(NAME ${path} COMMAND ${target})
    if(path MATCHES ${TONGBAN_SANITIZED_TESTS} AND NOT "slow" IN_LIST ARG_LABELS)
        list(APPEND ARG_LABELS sanitized)
        add_dependencies(sanitized ${target})
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    set_tests_properties(${path} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TONGBAN_SOURCE_DIR=${PROJECT_SOURCE_DIR};TONGBAN_BIN_DIR=${PROJECT_BINARY_DIR}/bin;LC_ALL=C.UTF-8;UBSAN_OPTIONS=print_stacktrace=1")
endfunction()

# add_sealed_test(core/service/tst_acts): the same test again in an office whose personal data is sealed
# (tests/core/service/office.h). Not for what looks into the store with SQL.
function(add_sealed_test path)
    string(REPLACE "/" "_" target ${path})
    add_test(NAME ${path}_sealed COMMAND ${target})
    get_property(environment TEST ${path} PROPERTY ENVIRONMENT)
    set_tests_properties(${path}_sealed PROPERTIES TIMEOUT 300)
    set_property(TEST ${path}_sealed PROPERTY ENVIRONMENT ${environment} TONGBAN_TEST_SEALED=1)
endfunction()

# add_fuzz_target(dmn_reader LINK core_dmn [SOURCES more.cpp] [RUNS 2000]): tests/fuzz/fuzz_dmn_reader.cpp with its
# seeds in tests/fuzz/corpus/dmn_reader. ctest runs a bounded number of inputs (TONGBAN_FUZZ_RUNS, or RUNS where one
# input costs more) from a fixed seed; what it finds that is new goes to the build folder.
set(TONGBAN_FUZZ_RUNS 5000 CACHE STRING "inputs for each fuzz target under ctest")
function(add_fuzz_target name)
    if(NOT TONGBAN_FUZZ)
        return()
    endif()
    cmake_parse_arguments(ARG "" "RUNS" "LINK;SOURCES" ${ARGN})
    if(NOT ARG_RUNS)
        set(ARG_RUNS ${TONGBAN_FUZZ_RUNS})
    endif()
    set(folder ${PROJECT_SOURCE_DIR}/tests/fuzz)
    set(root ${PROJECT_BINARY_DIR}/private/tests_fuzz)
    file(MAKE_DIRECTORY ${root}/tests/core ${PROJECT_BINARY_DIR}/fuzz/corpus_${name})
    foreach(shared fuzz core/permit)
        if(NOT EXISTS ${root}/tests/${shared})
            file(CREATE_LINK ${PROJECT_SOURCE_DIR}/tests/${shared} ${root}/tests/${shared} SYMBOLIC)
        endif()
    endforeach()
    add_executable(fuzz_${name} ${folder}/fuzz_${name}.cpp ${ARG_SOURCES})
    set_target_properties(fuzz_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/fuzz)
    target_include_directories(fuzz_${name} PRIVATE ${root} ${PROJECT_SOURCE_DIR}/tests/support/include)
    target_compile_definitions(fuzz_${name} PRIVATE TONGBAN_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    target_compile_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    target_link_libraries(fuzz_${name} PRIVATE project_options ${ARG_LINK})
    set(words)
    if(EXISTS ${folder}/corpus/${name}.dict)
        set(words -dict=${folder}/corpus/${name}.dict)
    endif()
    add_test(NAME fuzz/${name} COMMAND fuzz_${name} ${words} -runs=${ARG_RUNS} -seed=1 -max_len=8192 -timeout=60
        -rss_limit_mb=3000 -verbosity=0 -artifact_prefix=${PROJECT_BINARY_DIR}/fuzz/${name}-
        ${PROJECT_BINARY_DIR}/fuzz/corpus_${name} ${folder}/corpus/${name})
    set_tests_properties(fuzz/${name} PROPERTIES TIMEOUT 600 LABELS "fuzz;sanitized")
    add_dependencies(sanitized fuzz_${name})
endfunction()
