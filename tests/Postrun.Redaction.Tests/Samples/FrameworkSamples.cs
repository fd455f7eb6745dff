using static Postrun.Redaction.Tests.Samples.Sampled;

namespace Postrun.Redaction.Tests.Samples;

internal static class FrameworkSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        Token("django-secret-key", static dice => "django-insecure-" + dice.Of("abcdefghijklmnopqrstuvwxyz0123456789!@#%^&*_=+-", 49) + "q"),
        Assigned("rails-master-key", "RAILS_MASTER_KEY", static dice => dice.Of(Dice.Hexadecimal, 32)),
        Assigned("laravel-app-key", "APP_KEY", static dice => "base64:" + dice.Of(Dice.Base62, 43) + "="),
        Assigned("fernet-key", "AIRFLOW__CORE__FERNET_KEY", static dice => dice.Of(Dice.Base62, 43) + "="),
        Assigned("aspnet-machine-key", "validationKey", static dice => dice.Of(Dice.Hexadecimal, 64)),
    ];
}
