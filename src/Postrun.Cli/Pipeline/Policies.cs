using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Postrun.Linux;
using Postrun.Model;
using Postrun.Planning;

namespace Postrun.Cli.Pipeline;

/// <summary>Finds the policy where the descriptor says that it is.</summary>
internal static class Policies
{
    private const int MaxToken = 64 * 1024;
    private const int MaxAuthorities = 4 << 20;

    /// <param name="config">What errors call the descriptor.</param>
    /// <param name="roots">What the run may have written, and so what may not decide.</param>
    /// <exception cref="CommandException">it cannot be read, or is no policy</exception>
    public static DeclaredPolicy Read(string config, RunDescriptor descriptor, IReadOnlyList<UnixPath> roots)
    {
        if (descriptor.Policy?.Bundle is { } bundle && RealPath.Of(bundle.Bytes) is { } real
            && roots.Where(root => new UnixPath(real).IsWithin(root) || root.IsWithin(new(real))).Select(static root => (UnixPath?)root).FirstOrDefault() is { } cleaned)
            throw CommandException.Usage($"{config}: the policy {bundle} leads into {cleaned}, which is cleaned: what the run wrote must not decide; move it out");
        try
        {
            return DeclaredPolicy.Read(descriptor, descriptor.Policy?.Opa is { } opa ? Access(opa) : OpaAccess.None, TimeProvider.System.GetUtcNow());
        }
        catch (PolicyException e)
        {
            throw CommandException.Usage(e.Message);
        }
    }

    /// <summary>Has the policy decide on a root, as a clean-up would, and says which policy that is.</summary>
    /// <exception cref="CommandException">it does not decide</exception>
    public static string Check(DeclaredPolicy declared, PlanRootRequest root, TimeProvider time)
    {
        var policy = declared.For(time.GetUtcNow(), time, CancellationToken.None);
        using var connection = policy as IDisposable;
        var facts = new ItemFacts { Origin = root.Origin, Cache = root.Cache, Root = root.Path, Path = [], Type = ItemType.Directory, Evidence = -1, Keep = -1, Intermediate = -1, Transient = -1 };
        var decision = policy.Decide(facts);
        if (policy.Answer(CancellationToken.None))
            decision = policy.Decide(facts);
        if (PolicyFailure.Of(decision) is { } why)
            throw new CommandException(ExitCode.Left, why);
        if (decision.Reasons[0] is { Rule: "policy.error", Fact: var error })
            throw new CommandException(ExitCode.Left, error);
        var identity = policy.Identity;
        return $"{identity.Name}{(identity.Version.Length == 0 ? "" : " " + identity.Version)} decides; {identity.Digest}";
    }

    private static OpaAccess Access(OpaSource opa) => new(Token(opa), opa.AuthorityFile is { } file ? Authorities(file) : null);

    /// <summary>What is wrong with a token is said without it.</summary>
    private static string? Token(OpaSource opa)
    {
        string text;
        if (opa.TokenEnvironment is { } variable)
            text = Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : throw CommandException.Usage($"policy token: the environment variable {variable} is not set");
        else if (opa.TokenFile is { } file)
            text = Encoding.UTF8.GetString(OperatorFile.Read(file.Bytes, MaxToken, $"policy token {file}", "its first line is the token")).Split('\n')[0];
        else
            return null;
        text = text.Trim();
        return OpaAccess.IsToken(text)
            ? text
            : throw CommandException.Usage("policy token: is none of RFC 6750, which are letters, digits and - . _ ~ + / = on one line; it is not shown here");
    }

    private static X509Certificate2Collection Authorities(UnixPath file)
    {
        var what = $"policy.opa.caFile {file}";
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(Encoding.UTF8.GetString(OperatorFile.Read(file.Bytes, MaxAuthorities, what, "name a file of certificates in PEM")));
        }
        catch (CryptographicException)
        {
            throw CommandException.Usage($"{what}: holds a certificate that cannot be read; name a file of certificates in PEM");
        }
        return authorities.Count > 0 ? authorities : throw CommandException.Usage($"{what}: holds no certificate; name a file of certificates in PEM");
    }
}
