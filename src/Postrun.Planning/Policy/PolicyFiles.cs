using System.Text;
using Postrun.Linux;
using Postrun.Rego;

namespace Postrun.Planning;

/// <summary>Bundles as an operator names them.</summary>
public static class PolicyFiles
{
    /// <summary>A FIFO that nobody writes to is a mistake, not a policy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="tests">Also the modules whose names end in <c>_test.rego</c>.</param>
    /// <param name="errors">Gains what is wrong with modules, where else the first one that is wrong ends it.</param>
    /// <exception cref="BundleException">it cannot be read, or is malformed</exception>
    /// <exception cref="RegoSyntaxException">a module is malformed</exception>
    public static RegoBundle Read(string path, bool tests = false, RegoVersion version = RegoVersion.Auto, ICollection<RegoSyntaxException>? errors = null) =>
        RegoBundle.Read(path, tests, version, errors, static file => NamedFile.Open(Encoding.UTF8.GetBytes(file), BundleSource.MaxBytes, Patience));
}
