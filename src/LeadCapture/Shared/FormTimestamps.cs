using Microsoft.AspNetCore.DataProtection;

namespace LeadCapture.Shared;

/// A signed note of when a form was shown. The page needs no cookie for it.
public sealed class FormTimestamps(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly ITimeLimitedDataProtector protector =
        protection.CreateProtector("LeadCapture.Stamp").ToTimeLimitedDataProtector();

    public string New() => protector.Protect(clock.GetUtcNow().UtcTicks.ToString(InvariantCulture), TimeSpan.FromDays(7));
}
