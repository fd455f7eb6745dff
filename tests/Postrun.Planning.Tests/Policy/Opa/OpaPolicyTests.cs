using System.Text;
using System.Text.Json;
using CsCheck;
using Postrun.Doubles;
using Postrun.Model;

namespace Postrun.Planning.Tests;

public sealed class OpaPolicyTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(2600)]
    public void A_server_with_the_same_policy_gives_the_same_plan(int temporary)
    {
        using var workspace = new OpaWorkspace();
        workspace.Fill(temporary);
        var (asked, local) = (workspace.Plan(), workspace.Locally());
        Steps(asked).ShouldBe(Steps(local));
        asked.Left.ShouldBe(local.Left);
        asked.Decisions.ShouldContain(static decision => decision.Treatment == Treatment.Delete);
        workspace.Server.Requests.Count.ShouldBe(temporary / 1000 + 1);
    }

    [Fact]
    public void Any_workspace_has_the_same_plan_by_either_way()
    {
        string[] names = ["reports", "notes", "checkpoints", "tmp", "other", "a", "b", "c d", "\u00e9"];
        var path = Gen.OneOf(names).Array[1, 4].Select(static steps => string.Join('/', steps) + "/f");
        Gen.Select(path.HashSet[1, 12], path.Array[0, 3], Gen.OneOf("transient", "undecided")).Sample((files, links, unmatched) =>
        {
            using var workspace = new OpaWorkspace();
            foreach (var file in files)
                workspace.Files.File(file);
            for (var i = 0; i < links.Length; i++)
                workspace.Files.Link($"reports/link{i}", Path.Combine(workspace.Files.Work, links[i]));
            var declared = $"{OpaWorkspace.Declared}, unmatched: {unmatched}";
            var (asked, local) = (workspace.Plan(declared), workspace.Locally(declared));
            Steps(asked).ShouldBe(Steps(local));
            asked.Left.ShouldBe(local.Left);
        }, iter: 40, threads: 1);
    }

    [Fact]
    public void The_plan_names_the_server_its_revision_and_the_digest_of_its_account()
    {
        using var workspace = new OpaWorkspace();
        workspace.Fill();
        var policy = workspace.Plan().Policy;
        policy.Name.ShouldBe($"{workspace.Server.Url}v1/data/postrun/retention/decisions");
        policy.Version.ShouldBe("r1");
        policy.Digest.ShouldBe(CanonicalJson.Digest(CanonicalJson.Serialize(JsonDocument.Parse(workspace.Server.Api.Provenance()).RootElement)));
        workspace.Server.Api.Revision = "r2";
        workspace.Plan().Policy.ShouldSatisfyAllConditions(p => p.Version.ShouldBe("r2"), p => p.Digest.ShouldNotBe(policy.Digest));
        workspace.Server.Api.Revision = null;
        workspace.Plan().Policy.Version.ShouldBeEmpty();
    }

    [Fact]
    public void Sends_the_token_the_facts_and_what_the_run_states()
    {
        using var workspace = new OpaWorkspace();
        workspace.Fill();
        workspace.Plan();
        var request = workspace.Server.Requests.ShouldHaveSingleItem();
        request.Method.ShouldBe("POST");
        request.Target.ShouldBe("/v1/data/postrun/retention/decisions?provenance=true");
        request.Headers["authorization"].ShouldBe($"Bearer {OpaWorkspace.Token}");
        request.Headers.ShouldNotContainKey("accept-encoding");
        var input = JsonDocument.Parse(request.Body).RootElement.GetProperty("input");
        input.GetProperty("postrun").GetProperty("run").GetProperty("id").GetString().ShouldBe("test");
        var item = input.GetProperty("items").EnumerateObject().Select(static item => item.Value).Single(static item => item.GetProperty("path").GetString() == "reports/b/c.json");
        item.GetProperty("size").GetInt64().ShouldBe(1);
        item.GetProperty("evidence").GetProperty("pattern").GetString().ShouldBe("/reports/**");
        item.EnumerateObject().Count().ShouldBe(14);
        Encoding.UTF8.GetString(request.Body).ShouldNotContain(OpaWorkspace.Token);
    }

    [Fact]
    public void What_the_server_cannot_do_now_it_may_do_when_asked_again()
    {
        foreach (var status in new[] { 429, 502, 503, 504, 0 })
        {
            using var workspace = new OpaWorkspace();
            workspace.Fill();
            workspace.Server.Answering = exchange =>
            {
                if (exchange.Request.Number >= 2)
                    return exchange.AnswerAsync();
                if (status != 0)
                    return exchange.AnswerAsync(status, "later");
                exchange.Reset();
                return Task.CompletedTask;
            };
            Steps(workspace.Plan()).ShouldBe(Steps(workspace.Locally()));
            workspace.Server.Requests.Count.ShouldBe(3);
        }
    }

    [Fact]
    public void What_is_declared_to_stay_stays_whatever_the_server_says()
    {
        using var workspace = new OpaWorkspace();
        workspace.Fill();
        workspace.Server.Answering = exchange => exchange.AnswerAsync(200, Lies.Decided(exchange, """{"class":"TRANSIENT","retention":"RET-0","treatment":"delete","reasons":[{"rule":"r","fact":"f"}]}"""));
        var plan = workspace.Plan();
        var report = PlannedWorkspace.Over(plan, "reports/a.json");
        report.Treatment.ShouldBe(Treatment.Keep);
        report.Class.ShouldBe(DataClass.Evidence);
        report.Conflict.ShouldBeTrue();
        report.Reasons[0].Rule.ShouldBe("conflict.policy");
        PlannedWorkspace.Over(plan, "notes/n.md").Treatment.ShouldBe(Treatment.Keep);
        PlannedWorkspace.Over(plan, "other/x").Treatment.ShouldBe(Treatment.Delete);
    }

    [Fact]
    public void A_file_that_changes_at_every_look_stays_and_is_reported()
    {
        using var workspace = new OpaWorkspace();
        workspace.Fill();
        var log = workspace.Files.File("tmp/growing.log");
        workspace.Server.Answering = async exchange =>
        {
            await File.AppendAllTextAsync(log, "more", exchange.Cancellation);
            await exchange.AnswerAsync();
        };
        var plan = workspace.Plan();
        PlannedWorkspace.Over(plan, "tmp/growing.log").Reasons[0].Rule.ShouldBe("policy.unanswered");
        PlannedWorkspace.Over(plan, "tmp/0/0").Treatment.ShouldBe(Treatment.Delete);
        plan.Left.ShouldHaveSingleItem().Path.ToString().ShouldBe(log);
        workspace.Server.Requests.Count.ShouldBe(6);
    }

    [Fact]
    public void A_cancellation_ends_the_asking_and_makes_no_plan()
    {
        using var workspace = new OpaWorkspace();
        workspace.Fill();
        using var cancellation = new CancellationTokenSource();
        workspace.Server.Answering = exchange =>
        {
            cancellation.Cancel();
            return Task.Delay(Timeout.Infinite, exchange.Cancellation);
        };
        Should.Throw<OperationCanceledException>(() => workspace.Plan(cancellation: cancellation.Token));
    }

    /// <summary>All but the bytes: while ext4 writes a file back, it says for an instant that it has no blocks.</summary>
    private static List<string> Steps(Plan plan) => [.. plan.Steps.Select(step => (plan.Decisions[step.Decision], step) switch
    {
        var (d, s) => $"{s.Path} {s.Type} {s.Files} {s.Directories} {d.Class} {d.Retention} {d.DeleteAfter} {d.LegalBasis} {d.Responsible} {d.Treatment} {d.Conflict} {string.Join(';', d.Reasons)}",
    })];
}
