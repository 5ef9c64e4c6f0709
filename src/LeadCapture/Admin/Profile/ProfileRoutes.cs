namespace LeadCapture.Admin.Profile;

/// The names of the routes of everybody's own profile.
public static class ProfileRoutes
{
    public const string Profile = "profile";
    public const string Name = "profile/name";
    public const string Password = "profile/password";
    public const string EndSignIn = "profile/end-sign-in";
    public const string EndOtherSignIns = "profile/end-other-sign-ins";
    public const string SecondFactor = "profile/second-factor";
    public const string SecondFactorOff = "profile/second-factor/off";
    public const string RecoveryCodes = "profile/recovery-codes";
    public const string Passkeys = "profile/passkeys";
    public const string NamePasskey = "profile/passkeys/name";
    public const string RemovePasskey = "profile/passkeys/remove";
}
