namespace Postrun.Redaction.Detection;

/// <summary>Where a literal is looked for. The less often, the faster: names of services and short beginnings stand everywhere.</summary>
internal enum LiteralPlace
{
    /// <summary>At every byte.</summary>
    Everywhere,

    /// <summary>In a <see cref="ValueRun"/>.</summary>
    Runs,

    /// <summary>In the name of a value that has a <see cref="ValueRun"/>.</summary>
    Names,
}
