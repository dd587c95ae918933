#!/usr/bin/env bash
# Sourced by start and tests/run. Under sudo only packages need root; what is built belongs to whoever owns the
# checkout, so that the next run without sudo finds files it may write.

# continue_as_owner SCRIPT ARGUMENTS...: runs the script again as the owner when sudo started it for that owner.
continue_as_owner() {
    local script=$1 owner
    shift
    owner=$(stat -c %U "$(dirname "$script")")
    if [ "$(id -u)" -ne 0 ] || [ -z "${SUDO_USER:-}" ] || [ "$SUDO_USER" != "$owner" ] || [ "$owner" = root ]; then
        return
    fi
    local home
    home=$(getent passwd "$owner" | cut -d: -f6)
    exec runuser -u "$owner" -- env -u XDG_DATA_HOME -u SUDO_USER HOME="$home" "$script" "$@"
}

# drop_foreign_build ROOT: a checkout that was moved or copied brings a build folder that names another place.
drop_foreign_build() {
    local cache=$1/build/release/CMakeCache.txt
    if [ -f "$cache" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$1" "$cache"; then
        echo "build/release was made for another folder; building anew."
        rm -rf "$1/build/release"
    fi
}
