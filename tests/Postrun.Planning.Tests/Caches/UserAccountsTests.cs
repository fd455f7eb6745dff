using CsCheck;
using Postrun.Model;

namespace Postrun.Planning.Tests;

public sealed class UserAccountsTests
{
    private static readonly Dictionary<string, string> NoVariables = [];

    [Fact]
    public void Reads_accounts() =>
        UserAccounts.Parse("root:x:0:0:root:/root:/bin/bash\nana:x:1000:1000:Ana,,,:/home/ana/:/bin/sh\n"u8).ShouldBe(
        [
            new("root", 0, UnixPath.Of("/root")),
            new("ana", 1000, UnixPath.Of("/home/ana")),
        ]);

    [Theory]
    [InlineData("")]
    [InlineData("# ana:x:1000:1000::/home/ana:/bin/sh")]
    [InlineData("#ana:x:1000:1000::/home/ana:/bin/sh")]
    [InlineData("+::::::")]
    [InlineData("+@group:x:1:1::/home/x:/bin/sh")]
    [InlineData("ana:x:1000:1000::/home/ana")]
    [InlineData("ana:x:1000:1000::/home/ana:/bin/sh:more")]
    [InlineData("ana:x:1000:1000::/home/ana:/bin/sh:more:and:more:and:more")]
    [InlineData(":x:1000:1000::/home/ana:/bin/sh")]
    [InlineData("ana:x::1000::/home/ana:/bin/sh")]
    [InlineData("ana:x:-1:1000::/home/ana:/bin/sh")]
    [InlineData("ana:x:1e3:1000::/home/ana:/bin/sh")]
    [InlineData("ana:x:4294967295:1000::/home/ana:/bin/sh")]
    [InlineData("ana:x:4294967296:1000::/home/ana:/bin/sh")]
    [InlineData("ana:x:1000:1000:::/bin/sh")]
    [InlineData("ana:x:1000:1000::home/ana:/bin/sh")]
    [InlineData("ana:x:1000:1000::/home/../etc:/bin/sh")]
    [InlineData("a/na:x:1000:1000::/home/ana:/bin/sh")]
    [InlineData("ana:x:1000:1000::/home/\0:/bin/sh")]
    public void Passes_over_what_is_no_account(string line) =>
        UserAccounts.Parse(System.Text.Encoding.UTF8.GetBytes($"{line}\nrui:x:1001:1001::/home/rui:/bin/sh"))
            .ShouldHaveSingleItem().Name.ShouldBe("rui");

    [Fact]
    public void The_first_of_a_name_counts() =>
        UserAccounts.Parse("a:x:1:1::/a:\na:x:2:2::/b:\n"u8).ShouldHaveSingleItem().Uid.ShouldBe(1u);

    [Fact]
    public void Any_bytes_can_be_read() =>
        Gen.OneOf(Gen.Byte, Gen.Int[0, 3].Select(i => ":\n/1"u8[i])).Array[0, 80]
            .Sample(text => UserAccounts.Parse(text).All(account => account.Name.Length > 0 && account.Home.IsAbsolute));

    [Fact]
    public void Marks_who_runs_it_by_number_then_name()
    {
        var accounts = UserAccounts.Parse("root:x:0:0::/root:\ntoor:x:0:0::/toor:\n"u8);
        UserAccounts.WithCurrent(accounts, 0, NoVariables).Single(account => account.IsCurrent).Name.ShouldBe("root");
        UserAccounts.WithCurrent(accounts, 0, new Dictionary<string, string> { ["LOGNAME"] = "toor" })
            .Single(account => account.IsCurrent).Name.ShouldBe("toor");
    }

    [Theory]
    [InlineData("job", "/work/home", "job", "/work/home")]
    [InlineData("root", "/work/home", "500", "/work/home")]
    [InlineData("a/b", "relative", "500", "/")]
    [InlineData(null, null, "500", "/")]
    public void A_number_without_account_gets_one(string? login, string? home, string name, string path)
    {
        var environment = new Dictionary<string, string>();
        if (login is not null)
            environment["USER"] = login;
        if (home is not null)
            environment["HOME"] = home;
        UserAccounts.WithCurrent(UserAccounts.Parse("root:x:0:0::/root:\n"u8), 500, environment)
            .Single(account => account.IsCurrent).ShouldBe(new(name, 500, UnixPath.Of(path)) { IsCurrent = true });
    }
}
