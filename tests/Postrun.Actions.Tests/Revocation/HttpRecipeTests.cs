using Postrun.Doubles;
using Postrun.Model;

namespace Postrun.Actions.Tests;

/// <summary>A tracker of one's own, and the recipe for its tokens.</summary>
internal sealed class TrackerFixture : IRevokerFixture
{
    private readonly RecipeSample files = new();
    private readonly TokenFixture<TrackerDouble> tokens;

    public TrackerFixture(string revoke = """{"method":"DELETE","url":"ADDRESStoken","header":"X-Tracker-Token","before":"Token "}""", int taken = 204)
    {
        var tracker = new TrackerDouble();
        var recipe = files.Write("tracker.json", $$"""{"http":{"revoke":{{revoke}},"taken":{{taken}},"look":{"method":"GET","url":"ADDRESSme","header":"X-Tracker-Token","before":"Token "},"alive":200,"dead":401} }"""
            .Replace("ADDRESS", tracker.Address.AbsoluteUri, StringComparison.Ordinal));
        tokens = new(tracker, CredentialKind.Http, static (client, values, time) => new HttpRecipeRevoker(client, values, time), static tracker => tracker.Issue(), static (tracker, token) => tracker.Tokens.Contains(token), "trk-never")
        {
            Recipe = recipe,
        };
    }

    public TokenFixture<TrackerDouble> Tokens => tokens;

    public RecipeSample Files => files;

    public IRevoker Revoker => tokens.Revoker;

    public IEnumerable<string> Values => tokens.Values;

    public RunCredential Issue() => tokens.Issue();

    public bool IsAlive(RunCredential credential) => tokens.IsAlive(credential with { Handle = null });

    public RunCredential Unknown() => tokens.Unknown();

    public void Forbid() => tokens.Forbid();

    public void AnswerAll(int status) => tokens.AnswerAll(status);

    public void HangAll() => tokens.HangAll();

    public void Dispose()
    {
        tokens.Dispose();
        files.Dispose();
    }
}

public sealed class HttpRecipeConformanceTests() : RevokerConformance(new TrackerFixture());

public sealed class HttpRecipeTests : IDisposable
{
    private readonly TrackerFixture tracker = new();

    public void Dispose() => tracker.Dispose();

    [Fact]
    public async Task A_handle_stands_in_the_address_and_the_value_in_the_body()
    {
        using var by = new TrackerFixture("""{"method":"POST","url":"ADDRESStokens/{handle}/revoke","field":"token"}""");
        var token = by.Tokens.Issuer.Issue();
        (await by.Tokens.RevokeAsync(by.Tokens.OfValue(token) with { Handle = "run-1" })).Status.ShouldBe(RevocationStatus.Failed);
        foreach (var handle in new[] { null, "..", "a b", "%2e" })
            (await by.Tokens.RevokeAsync(by.Tokens.OfValue(token) with { Handle = handle })).Proof.ShouldContain("handle");
        by.Tokens.Issuer.Calls.ShouldAllBe(call => !(call.Path + call.Query).Contains(token));
        by.Tokens.Issuer.Calls.Single(static call => call.Method == "POST").Path.ShouldBe("/tokens/run-1/revoke");
    }

    [Fact]
    public async Task A_202_is_accepted_and_a_token_that_others_still_take_after_another_is_a_failure()
    {
        tracker.Tokens.Issuer.Instead = static call => call.Method == "DELETE" ? new(204) : null;
        (await tracker.Tokens.RevokeAsync(tracker.Issue())).Status.ShouldBe(RevocationStatus.Failed);
        using var later = new TrackerFixture(taken: 202);
        later.Tokens.Issuer.Instead = static call => call.Method == "DELETE" ? new(202) : null;
        (await later.Tokens.RevokeAsync(later.Issue())).Status.ShouldBe(RevocationStatus.RevokeAccepted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"http":{"revoke":{"method":"DELETE","url":"http://tracker.example/","header":"X"},"taken":204,"look":{"method":"GET","url":"https://t.example/","header":"X"},"alive":200,"dead":401}}""")]
    [InlineData("""{"http":{"revoke":{"method":"DELETE","url":"https://me:word@t.example/","header":"X"},"taken":204,"look":{"method":"GET","url":"https://t.example/","header":"X"},"alive":200,"dead":401}}""")]
    [InlineData("""{"http":{"revoke":{"method":"DELETE","url":"https://t.example/"},"taken":204,"look":{"method":"GET","url":"https://t.example/","header":"X"},"alive":200,"dead":401}}""")]
    [InlineData("""{"http":{"revoke":{"method":"DELETE","url":"https://t.example/","header":"Host"},"taken":204,"look":{"method":"GET","url":"https://t.example/","header":"X"},"alive":200,"dead":401}}""")]
    [InlineData("""{"http":{"revoke":{"method":"DELETE","url":"https://t.example/","header":""},"taken":204,"look":{"method":"GET","url":"https://t.example/","header":"X"},"alive":200,"dead":401}}""")]
    [InlineData("""{"http":{"revoke":{"method":"DELETE","url":"https://t.example/","header":"User-Agent"},"taken":204,"look":{"method":"GET","url":"https://t.example/","header":"X"},"alive":200,"dead":401}}""")]
    [InlineData("""{"http":{"revoke":{"method":"DELETE","url":"https://t.example/","header":"Content-Type"},"taken":204,"look":{"method":"GET","url":"https://t.example/","header":"X"},"alive":200,"dead":401}}""")]
    [InlineData("""{"http":{"revoke":{"method":"DELETE","url":"https://t.example/","header":"Expires"},"taken":204,"look":{"method":"GET","url":"https://t.example/","header":"X"},"alive":200,"dead":401}}""")]
    [InlineData("""{"http":{"revoke":{"method":"DELETE","url":"https://t.example/","header":"X","before":"a\r\nb"},"taken":204,"look":{"method":"GET","url":"https://t.example/","header":"X"},"alive":200,"dead":401}}""")]
    [InlineData("""{"http":{"revoke":{"method":"DELETE","url":"https://t.example/","header":"X"},"taken":204,"look":{"method":"GET","url":"https://t.example/","header":"X"},"alive":200,"dead":500}}""")]
    [InlineData("""{"http":{"revoke":{"method":"DELETE","url":"https://t.example/","header":"X"},"taken":404,"look":{"method":"GET","url":"https://t.example/","header":"X"},"alive":200,"dead":401}}""")]
    [InlineData("""{"command":{"revoke":["/bin/true"],"look":["/bin/true"],"dead":1}}""")]
    public void What_would_not_do_is_no_recipe(string text)
    {
        RecipeFile.Read(tracker.Files.Write("wrong.json", text), CredentialKind.Http, out var problem).ShouldBeNull();
        problem.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(UnixFileMode.GroupWrite, "chmod go-w")]
    [InlineData(UnixFileMode.OtherWrite, "chmod go-w")]
    public async Task What_others_may_have_written_is_not_followed(UnixFileMode mode, string said)
    {
        File.SetUnixFileMode(tracker.Tokens.Recipe!, UnixFileMode.UserRead | UnixFileMode.UserWrite | mode);
        var revocation = await tracker.Tokens.RevokeAsync(tracker.Issue());
        revocation.Status.ShouldBe(RevocationStatus.Failed);
        revocation.Proof.ShouldContain(said);
        tracker.Tokens.Issuer.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_others_may_put_another_in_the_place_of_is_not_followed()
    {
        File.SetUnixFileMode(tracker.Files.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupWrite);
        (await tracker.Tokens.RevokeAsync(tracker.Issue())).Proof.ShouldContain("in its place");
        tracker.Tokens.Issuer.Calls.ShouldBeEmpty();
    }
}
