using Postrun.Doubles;

namespace Postrun.EndToEnd.Tests;

/// <summary>A clean-up that asks a server for its policy.</summary>
public sealed class OpaServerTests
{
    [Fact]
    public void A_server_decides_and_the_evidence_names_it()
    {
        using var run = new OpaRun();
        var result = run.Workspace.Postrun("cleanup").ShouldExit(0);
        Listing.Paths(run.Workspace.Root).ShouldBe(["reports", "reports/metrics.json"]);
        var policy = run.Workspace.Read().Report.Plans[^1].Policy;
        policy.Name.ShouldBe($"{run.Server.Url}v1/data/postrun/retention/decisions");
        policy.Version.ShouldBe("r1");
        run.Workspace.Verify().ShouldExit(0);
        run.ShouldHideTheToken(result);
        run.Workspace.Postrun("doctor").Out.ShouldContain("policy: " + policy.Name);
    }

    public static TheoryData<string, string> Attacks() => new()
    {
        { "absent", "cannot be reached" },
        { "resets", "breaks the connection off" },
        { "undefined", "is undefined" },
        { "error page", "not JSON" },
        { "missing", "gives no decision" },
        { "slow", "does not answer within" },
        { "evidence", "delete evidence" },
        { "token", "says the token" },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public void A_server_that_fails_or_lies_has_nothing_removed(string attack, string why)
    {
        using var run = new OpaRun();
        if (attack == "slow")
            run.Describe("300ms");
        if (attack == "absent")
            run.Server.Dispose();
        run.Server.Answering = exchange => attack switch
        {
            "resets" => Reset(exchange),
            "undefined" => exchange.AnswerAsync(200, "{}"),
            "error page" => exchange.AnswerAsync(200, "<html>Sign in</html>"),
            "missing" => exchange.AnswerAsync(200, Lies.Changed(exchange, static answer => answer["result"]!.AsObject().RemoveAt(1))),
            "slow" => Task.Delay(Timeout.Infinite, exchange.Cancellation),
            "evidence" => exchange.AnswerAsync(200, Lies.Decided(exchange, """{"class":"EVIDENCE","retention":"RET-0","treatment":"delete","reasons":[{"rule":"r","fact":"f"}]}""")),
            _ => exchange.AnswerAsync(200, Lies.Decided(exchange, $$"""{"class":"TRANSIENT","retention":"RET-0","treatment":"delete","reasons":[{"rule":"r","fact":"{{OpaRun.Token}}"}]}""")),
        };
        var result = run.Workspace.Postrun("cleanup").ShouldExit(1);
        run.ShouldBeUntouched();
        var report = run.Workspace.Read().Report;
        report.Left.ShouldHaveSingleItem().Detail.ShouldContain(why);
        report.ExitCode.ShouldBe(1);
        run.Workspace.Verify().ShouldExit(0);
        run.ShouldHideTheToken(result);
        run.Workspace.Postrun("doctor").ShouldExit(1).Out.ShouldContain(why);
    }

    [Fact]
    public void A_server_that_dies_after_its_first_answer_has_nothing_removed()
    {
        using var run = new OpaRun(temporary: 2600);
        var answers = 0;
        run.Server.Answering = exchange => Interlocked.Increment(ref answers) % 8 == 1 ? exchange.AnswerAsync() : Reset(exchange);
        run.Workspace.Postrun("cleanup").ShouldExit(1);
        run.ShouldBeUntouched();
    }

    [Fact]
    public void A_deadline_ends_the_asking_before_anything_was_begun()
    {
        using var run = new OpaRun();
        run.Workspace.Vet(["cleanup"]);
        run.Server.Answering = static exchange => Task.Delay(Timeout.Infinite, exchange.Cancellation);
        run.Workspace.Postrun("cleanup", "--deadline", "1s").ShouldExit(3);
        run.ShouldBeUntouched();
    }

    [Fact]
    public void A_server_that_is_gone_at_the_second_look_is_reported_and_what_was_decided_stands()
    {
        using var run = new OpaRun();
        run.Workspace.Vet(["cleanup"]);
        var first = run.Server.Requests.Count;
        run.Server.Answering = exchange => exchange.Request.Number <= first ? exchange.AnswerAsync() : Reset(exchange);
        run.Workspace.Postrun("cleanup").ShouldExit(1);
        Listing.Paths(run.Workspace.Root).ShouldBe(["reports", "reports/metrics.json"]);
        run.Workspace.Read().Report.Left.ShouldHaveSingleItem().Detail.ShouldContain("could not be looked at again");
        run.Workspace.Verify().ShouldExit(0);
    }

    [Fact]
    public void A_plan_is_applied_only_under_the_policy_that_made_it()
    {
        using var run = new OpaRun();
        var plan = run.Plan();
        run.Server.Api.Revision = "r2";
        run.Workspace.Postrun("apply", plan).ShouldExit(2).Error.ShouldContain("r2");
        run.ShouldBeUntouched();
        run.Server.Api.Revision = "r1";
        run.Server.Answering = static exchange => exchange.AnswerAsync(500, "");
        run.Workspace.Postrun("apply", plan).ShouldExit(1).Error.ShouldContain("status 500");
        run.ShouldBeUntouched();
        run.Server.Answering = null;
        run.Workspace.Postrun("apply", plan).ShouldExit(0);
        Directory.Exists(run.Workspace.At("tmp")).ShouldBeFalse();
    }

    [Fact]
    public void A_token_that_cannot_be_sent_is_not_shown()
    {
        using var run = new OpaRun();
        File.WriteAllText(Path.Combine(run.Workspace.Home, "token"), "zwei wörter\r\nX-Evil: 1\n");
        run.Workspace.Postrun("plan").ShouldExit(2).Error.ShouldContain("policy token: is none of RFC 6750");
        run.Workspace.Postrun("plan").Error.ShouldNotContain("zwei");
        run.Server.Connections.ShouldBe(0);
    }

    private static Task Reset(OpaExchange exchange)
    {
        exchange.Reset();
        return Task.CompletedTask;
    }
}
