using Microsoft.AspNetCore.Identity;

namespace LeadCapture.Admin.Access;

internal static class AccessRegistration
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddScoped<SignIns>().AddScoped<CredentialVerifier>().AddScoped<SecondStep>().AddScoped<SignInService>().AddScoped<ExternalSignIn>();
        services.AddSingleton<TryLimit>().AddSingleton<KnownDevice>();
        services.AddScoped<Authenticator>().AddScoped<RecoveryCodes>();
        services.AddScoped<Passkeys>().AddScoped<Confirmation>().AddSingleton<HeldForm>();
        services.Configure<IdentityPasskeyOptions>(passkeys => passkeys.ValidateOrigin = Passkeys.IsOurs);
    }
}
