namespace Postrun.Redaction.Rules;

/// <summary>Where what a rule looks for comes from. Allow-lists, forms and figures may name a category instead of its rules.</summary>
public enum RuleCategory
{
    Cloud,
    SourceControl,
    ContinuousIntegration,
    ModelProvider,
    ExperimentTracker,
    Registry,
    Database,
    Messaging,
    Payment,
    Monitoring,
    Identity,
    Service,
    PrivateKey,
    Connection,
    Generic,
    PersonalBrazil,
    PersonalInternational,
    PersonalUnitedStates,
    PersonalEurope,
    PersonalUnitedKingdom,
}
