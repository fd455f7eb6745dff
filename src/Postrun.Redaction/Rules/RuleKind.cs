namespace Postrun.Redaction.Rules;

/// <summary>What a rule looks for.</summary>
public enum RuleKind
{
    /// <summary>Whoever has it may do what its owner may.</summary>
    Credential,

    /// <summary>It relates to a person (LGPD art. 5, GDPR art. 4).</summary>
    PersonalData,
}
