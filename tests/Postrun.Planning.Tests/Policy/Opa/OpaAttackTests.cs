using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Postrun.Doubles;

namespace Postrun.Planning.Tests;

/// <summary>A server that fails, dawdles or lies never has anything deleted.</summary>
public sealed class OpaAttackTests
{
    private static readonly Dictionary<string, (string Why, Func<OpaExchange, Task> Answer)> Attacks = new()
    {
        ["undefined"] = ("is undefined", e => e.AnswerAsync(200, Lies.Changed(e, static a => a.Remove("result")))),
        ["empty object"] = ("is undefined", e => e.AnswerAsync(200, "{}")),
        ["no body"] = ("not JSON", e => e.AnswerAsync(200, "")),
        ["no content"] = ("status 204", e => e.AnswerAsync(204, "")),
        ["an error page"] = ("not JSON", e => e.AnswerAsync(200, "<!doctype html><title>Sign in</title>", "Content-Type: text/html")),
        ["server error"] = ("status 500", e => e.AnswerAsync(500, """{"code":"internal_error"}""")),
        ["not found"] = ("status 404", e => e.AnswerAsync(404, "404 page not found")),
        ["always overloaded"] = ("status 503", e => e.AnswerAsync(503, "")),
        ["null result"] = ("not an object", e => e.AnswerAsync(200, Lies.Changed(e, static a => a["result"] = null))),
        ["list result"] = ("not an object", e => e.AnswerAsync(200, Lies.Changed(e, static a => a["result"] = new JsonArray()))),
        ["a list"] = ("not an object", e => e.AnswerAsync(200, "[]")),
        ["two texts"] = ("not JSON", e => e.AnswerAsync(200, e.Honest().Body + "{}")),
        ["cut short"] = ("not JSON", e => e.AnswerAsync(200, e.Honest().Body[..^1])),
        ["not UTF-8"] = ("not UTF-8", e => e.WriteAsync([.. "{\"a\":\""u8, 0xff, .. "\"}"u8])),
        ["half a surrogate pair"] = ("not JSON", e => e.AnswerAsync(200, """{"\ud800":1,""" + e.Honest().Body[1..])),
        ["deep nesting"] = ("not JSON", e => e.AnswerAsync(200, new string('[', 100_000))),
        ["missing items"] = ("gives no decision", e => e.AnswerAsync(200, Lies.Changed(e, static a => a["result"]!.AsObject().RemoveAt(3)))),
        ["extra items"] = ("not asked", e => e.AnswerAsync(200, Lies.Changed(e, static a => a["result"]!["4711"] = a["result"]!["0"]!.DeepClone()))),
        ["an item twice"] = ("not JSON", e => e.AnswerAsync(200, e.Honest().Body.Replace("\"result\":{", "\"result\":{\"0\":{},", StringComparison.Ordinal))),
        ["a result twice"] = ("not JSON", e => e.AnswerAsync(200, "{\"result\":{}," + e.Honest().Body[1..])),
        ["answers to other questions"] = ("gives no decision", e => e.AnswerAsync(200, Lies.Changed(e, static a =>
            a["result"] = new JsonObject(a["result"]!.AsObject().Select(static entry => KeyValuePair.Create($"{entry.Key}0", entry.Value?.DeepClone())))))),
        ["no provenance"] = ("no provenance", e => e.AnswerAsync(200, Lies.Changed(e, static a => a.Remove("provenance")))),
        ["provenance of text"] = ("no provenance", e => e.AnswerAsync(200, Lies.Changed(e, static a => a["provenance"] = "r1"))),
        ["provenance that cannot be hashed"] = ("not JSON", e => e.AnswerAsync(200, Lies.Changed(e, static a => a["provenance"]!["x"] = 0.5))),
        ["a decision of null"] = ("malformed decision", e => e.AnswerAsync(200, Lies.Changed(e, static a => a["result"]!["2"] = null))),
        ["a decision of text"] = ("malformed decision", e => e.AnswerAsync(200, Lies.Changed(e, static a => a["result"]!["2"] = "delete"))),
        ["a number out of range"] = ("out of range", e => e.AnswerAsync(200, Lies.Changed(e, static a => a["result"]!["2"] = System.Text.Json.Nodes.JsonNode.Parse("""{"conflict": 1e999999}""")))),
        ["an unknown class"] = ("none of EVIDENCE", Change(static d => d["class"] = "transient")),
        ["an unknown treatment"] = ("neither keep nor delete", Change(static d => d["treatment"] = "shred")),
        ["an unknown field"] = ("not known", Change(static d => d["force"] = true)),
        ["a class of a number"] = ("not text", Change(static d => d["class"] = 1)),
        ["a conflict of text"] = ("true or false", Change(static d => d["conflict"] = "false")),
        ["no reasons"] = ("no reasons", Change(static d => d["reasons"] = new JsonArray())),
        ["too many reasons"] = ("no reasons", Change(static d => d["reasons"] = new JsonArray([.. Enumerable.Range(0, 65).Select(static _ => (JsonNode)new JsonObject { ["rule"] = "r", ["fact"] = "f" })]))),
        ["a term that is none"] = ("none of RET", Change(static d => d["retention"] = "RET-soon")),
        ["evidence deleted"] = ("delete evidence", Change(static d => (d["class"], d["retention"], d["treatment"]) = ("EVIDENCE", "RET-0", "delete"))),
        ["a hold deleted"] = ("HOLD", Change(static d => (d["class"], d["retention"], d["treatment"]) = ("TRANSIENT", "HOLD", "delete"))),
        ["the undecided deleted"] = ("UNDECIDED", Change(static d => (d["class"], d["retention"], d["treatment"]) = ("UNDECIDED", null, "delete"))),
        ["the token said back as a reason"] = ("says the token", Change(static d => d["reasons"]![0]!["fact"] = OpaWorkspace.Token)),
        ["the token said back in hiding"] = ("says the token", e => e.AnswerAsync(200, Lies.Decided(e, """{"class":"TRANSIENT","retention":"RET-0","treatment":"delete","reasons":[{"rule":"r","fact":"s3cr3t\u002dt0ken-of-the-run"}]}"""))),
        ["the token said back as a field"] = ("says the token", Change(static d => d[OpaWorkspace.Token] = 1)),
        ["the token said back as a revision"] = ("says the token", e => e.AnswerAsync(200, Lies.Changed(e, static a => a["provenance"]!["bundles"]!["retention"]!["revision"] = OpaWorkspace.Token))),
        ["a gzip bomb"] = ("encoding", e => e.WriteAsync(Bomb(), 200, "Content-Encoding: gzip")),
        ["too large by its head"] = ("larger than", e => e.BytesAsync(OpaExchange.Head(200, "Content-Length: 99999999999"))),
        ["too large by its body"] = ("larger than", Endless),
        ["an endless head"] = ("too large a head", e => e.BytesAsync([.. Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\n"), .. Enumerable.Repeat("X-Y: 1234567890\r\n"u8.ToArray(), 20_000).SelectMany(static line => line)])),
        ["no HTTP"] = ("HTTP", e => e.BytesAsync("220 ready\r\n"u8.ToArray())),
        ["closed at once"] = ("breaks the connection off", static _ => Task.CompletedTask),
        ["reset within the body"] = ("breaks the connection off", static async e =>
        {
            var body = Encoding.UTF8.GetBytes(e.Honest().Body);
            await e.BytesAsync([.. OpaExchange.Head(200, $"Content-Length: {body.Length}"), .. body[..(body.Length / 2)]]);
            e.Reset();
        }),
        ["ended within the body"] = ("breaks the connection off", static async e =>
        {
            var body = Encoding.UTF8.GetBytes(e.Honest().Body);
            await e.BytesAsync([.. OpaExchange.Head(200, $"Content-Length: {body.Length}"), .. body[..(body.Length / 2)]]);
        }),
    };

    public static TheoryData<string> Names() => [.. Attacks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_deleted_for_a_server_that_answers_with(string attack)
    {
        using var workspace = new OpaWorkspace();
        workspace.Fill();
        workspace.Server.Answering = Attacks[attack].Answer;
        OpaWorkspace.ShouldKeepAll(workspace.Plan(), Attacks[attack].Why);
    }

    /// <summary>The first answers were right, and would have had files deleted.</summary>
    [Theory]
    [InlineData("undefined")]
    [InlineData("missing items")]
    [InlineData("reset within the body")]
    [InlineData("closed at once")]
    [InlineData("an unknown class")]
    public void Right_answers_before_it_do_not_count_either(string attack)
    {
        using var workspace = new OpaWorkspace();
        workspace.Fill(2600);
        workspace.Server.Answering = exchange => exchange.Request.Number == 0 ? exchange.AnswerAsync() : Attacks[attack].Answer(exchange);
        OpaWorkspace.ShouldKeepAll(workspace.Plan(), Attacks[attack].Why);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whoever_dawdles_is_not_waited_for(bool drips)
    {
        using var workspace = new OpaWorkspace { Timeout = TimeSpan.FromMilliseconds(400) };
        workspace.Fill();
        workspace.Server.Answering = async exchange =>
        {
            if (!drips)
                await Task.Delay(Timeout.Infinite, exchange.Cancellation);
            var body = Encoding.UTF8.GetBytes(exchange.Honest().Body);
            foreach (var unit in OpaExchange.Head(200, $"Content-Length: {body.Length}").Concat(body))
            {
                await exchange.BytesAsync([unit]);
                await Task.Delay(5, exchange.Cancellation);
            }
        };
        var started = TimeProvider.System.GetTimestamp();
        OpaWorkspace.ShouldKeepAll(workspace.Plan(), "does not answer within 0.4 s");
        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Nobody_there()
    {
        using var workspace = new OpaWorkspace();
        workspace.Fill();
        var url = workspace.Server.Url;
        workspace.Server.Dispose();
        OpaWorkspace.ShouldKeepAll(workspace.Plan(url: url), "cannot be reached");
    }

    [Fact]
    public void A_name_that_nobody_has()
    {
        using var workspace = new OpaWorkspace();
        workspace.Fill();
        OpaWorkspace.ShouldKeepAll(workspace.Plan(url: new("https://opa.invalid")), "cannot be re");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("another-token")]
    public void No_token_or_a_wrong_one(string? token)
    {
        using var workspace = new OpaWorkspace { Sent = token };
        workspace.Fill();
        OpaWorkspace.ShouldKeepAll(workspace.Plan(), "refuses the token, or wants one (HTTP status 401)");
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public void A_redirect_is_not_followed_and_the_token_does_not_travel(int status)
    {
        using var workspace = new OpaWorkspace();
        using var elsewhere = new OpaServer(new(DataApi.BuiltIn(), null));
        workspace.Fill();
        workspace.Server.Answering = exchange => exchange.AnswerAsync(status, "", $"Location: {elsewhere.Url}v1/data/postrun/retention/decisions?provenance=true");
        OpaWorkspace.ShouldKeepAll(workspace.Plan(), $"redirect ({status})");
        elsewhere.Connections.ShouldBe(0);
    }

    [Fact]
    public void Answers_that_are_swapped_between_requests()
    {
        using var workspace = new OpaWorkspace();
        workspace.Fill(2600);
        var first = new TaskCompletionSource<string>();
        workspace.Server.Answering = async exchange =>
        {
            if (exchange.Request.Number == 0)
                first.SetResult(exchange.Honest().Body);
            await exchange.AnswerAsync(200, await first.Task);
        };
        OpaWorkspace.ShouldKeepAll(workspace.Plan(), "gives no decision for something");
    }

    [Fact]
    public void A_policy_that_changes_between_requests()
    {
        using var workspace = new OpaWorkspace();
        workspace.Fill(2600);
        workspace.Server.Answering = exchange => exchange.AnswerAsync(200, Lies.Changed(exchange, answer =>
            answer["provenance"]!["bundles"]!["retention"]!["revision"] = exchange.Request.Number == 1 ? "r2" : "r1"));
        OpaWorkspace.ShouldKeepAll(workspace.Plan(), "its provenance changed");
    }

    [Fact]
    public void Two_servers_behind_one_address_that_do_not_agree()
    {
        using var workspace = new OpaWorkspace();
        workspace.Fill(2600);
        workspace.Server.Answering = exchange => exchange.Request.Number != 1 ? exchange.AnswerAsync()
            : exchange.AnswerAsync(200, Lies.Decided(exchange, """{"class":"TRANSIENT","retention":"RET-0","treatment":"delete","reasons":[{"rule":"r","fact":"f"}]}"""));
        OpaWorkspace.ShouldKeepAll(workspace.Plan(), "now in one way and now in another");
    }

    [Fact]
    public void A_server_that_dies_after_the_first_answer()
    {
        using var workspace = new OpaWorkspace();
        workspace.Fill(2600);
        workspace.Server.Answering = async exchange =>
        {
            if (exchange.Request.Number == 0)
                await exchange.AnswerAsync();
            else
                exchange.Reset();
        };
        OpaWorkspace.ShouldKeepAll(workspace.Plan(), "breaks the connection off");
    }

    [Fact]
    public void As_many_decisions_as_files()
    {
        using var workspace = new OpaWorkspace();
        workspace.Fill(10_500);
        workspace.Server.Answering = exchange => exchange.AnswerAsync(200, Lies.Changed(exchange, static answer =>
        {
            foreach (var (key, decision) in answer["result"]!.AsObject())
                if (key != "0")
                    decision!["responsible"] = key;
        }));
        var plan = workspace.Plan();
        plan.Steps.ShouldAllBe(step => plan.Decisions[step.Decision].Treatment == Model.Treatment.Keep);
        PolicyFailure.Of(plan).ShouldNotBeNull();
    }

    private static Func<OpaExchange, Task> Change(Action<JsonNode> change) => exchange => exchange.AnswerAsync(200, Lies.Changed(exchange, answer => change(answer["result"]!.AsObject().ElementAt(2).Value!)));

    private static async Task Endless(OpaExchange exchange)
    {
        await exchange.BytesAsync(OpaExchange.Head(200));
        for (var block = Encoding.ASCII.GetBytes(new string(' ', 1 << 20)); ;)
            await exchange.BytesAsync(block);
    }

    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(new byte[64 << 20]);
        return packed.ToArray();
    }
}
