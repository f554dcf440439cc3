//! The command line as data: each file in `tests/cmd` is a command, what stands on its input, and what it must print.
//! `TRYCMD=overwrite cargo test --test cli` accepts what it prints now: read the diff.

#[test]
fn commands_print_what_is_written_down() {
    trycmd::TestCases::new().case("tests/cmd/*.toml").default_bin_name("factbox");
}
