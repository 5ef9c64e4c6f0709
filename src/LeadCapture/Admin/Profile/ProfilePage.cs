using LeadCapture.Admin.Access;
using LeadCapture.Admin.Users;
using Microsoft.AspNetCore.Identity;

namespace LeadCapture.Admin.Profile;

/// The own profile. Name is what was typed, where it did not pass.
public sealed record ProfilePage(
    User User, string Name, IReadOnlyList<UserPasskeyInfo> Passkeys, IReadOnlyList<SignIn> SignIns, Guid Here, int RecoveryCodes);
