using System.Collections.Concurrent;
using CsCheck;
using Postrun.Model;

namespace Postrun.Actions.Tests;

public sealed class RevocationRunTests
{
    private static readonly Gen<CredentialKind> Kind = Gen.Int[0, Enum.GetValues<CredentialKind>().Length - 1].Select(static index => (CredentialKind)index);

    [Fact]
    public void Every_credential_has_one_outcome_whatever_revokers_do() => Kind.Array[0, 200].Select(Gen.Int[0, 1000]).Sample(static (kinds, seed) =>
    {
        var outcomes = Run(new Unreliable(seed), [.. kinds.Select(static (kind, index) => Credential($"c{index}", kind))], CancellationToken.None);
        outcomes.Select(static outcome => outcome.Name).Order(StringComparer.Ordinal).ShouldBe(kinds.Select(static (_, index) => $"c{index}").Order(StringComparer.Ordinal));
    }, iter: 50);

    [Fact]
    public void Leases_go_before_the_tokens_over_them_and_the_token_at_hand_goes_last()
    {
        var order = new ConcurrentQueue<CredentialKind>();
        CredentialKind[] kinds = [CredentialKind.VaultToken, CredentialKind.VaultAccessor, CredentialKind.VaultLease, CredentialKind.VaultSecretId, CredentialKind.VaultLease];
        Run(new Told(credential => order.Enqueue(credential.Kind)), [.. kinds.Select(static (kind, index) => Credential($"c{index}", kind))], CancellationToken.None);
        order.ShouldBe([CredentialKind.VaultSecretId, CredentialKind.VaultLease, CredentialKind.VaultLease, CredentialKind.VaultAccessor, CredentialKind.VaultToken]);
    }

    [Fact]
    public async Task No_more_than_so_many_are_asked_about_at_once()
    {
        var (now, most) = (0, 0);
        var gate = new Lock();
        var revoker = new Told(static _ => { })
        {
            Wait = async () =>
            {
                lock (gate)
                    most = Math.Max(most, ++now);
                await Task.Delay(5);
                lock (gate)
                    now--;
            },
        };
        await Task.Run(() => Run(revoker, [.. Enumerable.Range(0, 500).Select(static index => Credential($"c{index}", CredentialKind.VaultLease))], CancellationToken.None));
        most.ShouldBeInRange(2, RevocationRun.MostAtOnce);
    }

    [Fact]
    public async Task What_the_policy_lets_be_is_not_asked_about()
    {
        var asked = new ConcurrentQueue<string>();
        var run = new RevocationRun([new Told(credential => asked.Enqueue(credential.Name))], static credential => credential.Shared ? "others use it, too" : null, static _ => false, new byte[32], TimeProvider.System);
        var outcomes = new ConcurrentQueue<RevocationOutcome>();
        await run.RunAsync([Credential("ours", CredentialKind.VaultLease), Credential("shared", CredentialKind.VaultLease) with { Shared = true }], outcomes.Enqueue, CancellationToken.None);
        asked.ShouldBe(["ours"]);
        outcomes.Single(static outcome => outcome.Name == "shared").Status.ShouldBe(RevocationStatus.DeniedByPolicy);
    }

    [Fact]
    public void When_the_time_is_up_the_rest_is_said_to_have_failed()
    {
        using var cut = new CancellationTokenSource();
        var outcomes = Run(new Told(_ => cut.Cancel()), [.. Enumerable.Range(0, 5).Select(static index => Credential($"c{index}", index == 0 ? CredentialKind.VaultSecretId : CredentialKind.VaultLease))], cut.Token);
        outcomes.Count.ShouldBe(5);
        outcomes.Where(static outcome => outcome.Kind == CredentialKind.VaultLease).ShouldAllBe(static outcome => outcome.Status == RevocationStatus.Failed && outcome.Proof.Contains("not tried"));
    }

    [Fact]
    public void An_outcome_holds_a_fingerprint_of_the_handle_and_not_the_handle()
    {
        var outcome = Run(new Told(static _ => { }), [Credential("a", CredentialKind.VaultLease)], CancellationToken.None).Single();
        outcome.HandleFingerprint!.Length.ShouldBe(16);
        System.Text.Json.JsonSerializer.Serialize(outcome, RegisterJson.Default.RevocationOutcome).ShouldNotContain("handle-of-a");
    }

    private static List<RevocationOutcome> Run(IRevoker revoker, RunCredential[] credentials, CancellationToken cut)
    {
        var outcomes = new ConcurrentQueue<RevocationOutcome>();
        new RevocationRun([revoker], static _ => null, static _ => false, new byte[32], TimeProvider.System).RunAsync(credentials, outcomes.Enqueue, cut).GetAwaiter().GetResult();
        return [.. outcomes];
    }

    private static RunCredential Credential(string name, CredentialKind kind) => new()
    {
        Name = name,
        Kind = kind,
        Handle = $"handle-of-{name}",
        RegisteredAt = DateTimeOffset.UnixEpoch,
    };

    private sealed class Told(Action<RunCredential> tell) : IRevoker
    {
        public Func<Task>? Wait { get; init; }

        public bool Takes(CredentialKind kind) => true;

        public async Task<Revocation> RevokeAsync(RunCredential credential, CancellationToken cancellation)
        {
            tell(credential);
            if (Wait is not null)
                await Wait();
            return Revocation.Verified("seen");
        }
    }

    /// <summary>Fails, is cancelled, or does not know the kind.</summary>
    private sealed class Unreliable(int seed) : IRevoker
    {
        public bool Takes(CredentialKind kind) => kind != CredentialKind.Other;

        public async Task<Revocation> RevokeAsync(RunCredential credential, CancellationToken cancellation)
        {
            await Task.Yield();
            return ((seed + credential.Name.Length + (int)credential.Kind) % 4) switch
            {
                0 => throw new InvalidOperationException("a value that must not be shown"),
                1 => throw new OperationCanceledException(),
                2 => Revocation.Failed("no"),
                _ => Revocation.Verified("seen"),
            };
        }
    }
}
