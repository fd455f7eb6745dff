namespace Postrun.Redaction.Rules;

/// <summary>How much harm it does in the wrong hands.</summary>
public enum Severity
{
    /// <summary>Says something about a person or a system, but opens nothing: a postal code, a publishable key.</summary>
    Low,

    /// <summary>Identifies a person indirectly, or opens little: an address of a network, a web hook.</summary>
    Medium,

    /// <summary>Identifies a person, or opens a service in the name of the run.</summary>
    High,

    /// <summary>Opens an account, an organisation, or money: an owner's key, a private key, a card number.</summary>
    Critical,
}
