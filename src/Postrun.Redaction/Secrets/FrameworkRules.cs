using System.Text.RegularExpressions;
using Postrun.Redaction.Rules;

namespace Postrun.Redaction.Secrets;

/// <summary>Keys that frameworks sign and encrypt with.</summary>
internal static partial class FrameworkRules
{
    private static readonly RuleSource Django = new(RuleCategory.Generic, "https://docs.djangoproject.com/en/stable/ref/settings/#secret-key");
    private static readonly RuleSource Rails = new(RuleCategory.Generic, "https://guides.rubyonrails.org/security.html#custom-credentials");
    private static readonly RuleSource Laravel = new(RuleCategory.Generic, "https://laravel.com/docs/encryption");
    private static readonly RuleSource Fernet = new(RuleCategory.Generic, "https://cryptography.io/en/latest/fernet/");
    private static readonly RuleSource MachineKey = new(RuleCategory.Generic, "https://learn.microsoft.com/dotnet/api/system.web.configuration.machinekeysection");

    internal static IEnumerable<Rule> All =>
    [
        Django.Token("django-secret-key", "Django secret key", Severity.High, DjangoSecretKey, ["django-insecure-"]),
        Rails.Assigned("rails-master-key", "Rails master key", Severity.Critical, RailsMasterKey, ["rails_master_key", "secret_key_base"]),
        Laravel.Assigned("laravel-app-key", "Laravel application key", Severity.Critical, LaravelAppKey, ["app_key"]),
        Fernet.Assigned("fernet-key", "Fernet key", Severity.Critical, FernetKey, ["fernet"]),
        MachineKey.Assigned("aspnet-machine-key", "ASP.NET machine key", Severity.Critical, AspnetMachineKey, ["validationkey", "decryptionkey"]),
    ];

    [GeneratedRegex("django-insecure-[0-9a-z!@#$%^&*()_=+-]{40,60}")]
    private static partial Regex DjangoSecretKey { get; }

    [GeneratedRegex("[0-9a-f]{128}|[0-9a-f]{32}")]
    private static partial Regex RailsMasterKey { get; }

    [GeneratedRegex("base64:[0-9A-Za-z+/]{43}=")]
    private static partial Regex LaravelAppKey { get; }

    [GeneratedRegex("[0-9A-Za-z_-]{43}=")]
    private static partial Regex FernetKey { get; }

    [GeneratedRegex("[0-9A-Fa-f]{48,128}")]
    private static partial Regex AspnetMachineKey { get; }
}
