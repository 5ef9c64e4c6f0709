using LeadCapture.Admin.Access;
using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LeadCapture.Data;

/// The tables of the admin area. Of ASP.NET Core Identity those that are used: its schema 3, with passkeys, without roles,
/// claims and foreign log-ins.
internal static class AdminModel
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<User>(user =>
        {
            user.Property(u => u.Id).ValueGeneratedNever();
            user.HasIndex(u => u.NormalizedUserName).IsUnique();
            user.HasIndex(u => u.NormalizedEmail);
            user.HasIndex(u => new { u.OpenIdIssuer, u.OpenIdSubject }).IsUnique();
            user.Property(u => u.ConcurrencyStamp).IsConcurrencyToken();
            // In no save of a user: one that was read before would be stored over it.
            user.Property(u => u.LastCodeStep).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
            // Tries are counted in a table of their own; there are no phones and no unconfirmed addresses.
            user.Ignore(u => u.AccessFailedCount).Ignore(u => u.HasRole).Ignore(u => u.MayComeIn);
            user.Ignore(u => u.LockoutEnd).Ignore(u => u.LockoutEnabled).Ignore(u => u.IsOwner).Ignore(u => u.ComesByOpenId);
            user.Ignore(u => u.PhoneNumber).Ignore(u => u.PhoneNumberConfirmed).Ignore(u => u.EmailConfirmed);
        });
        model.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.ToTable("UserTokens").HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
            token.HasOne<User>().WithMany().HasForeignKey(t => t.UserId);
        });
        model.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("UserPasskeys").HasKey(p => p.CredentialId);
            passkey.HasOne<User>().WithMany().HasForeignKey(p => p.UserId);
            passkey.OwnsOne(p => p.Data).ToJson();
        });
        model.Entity<Tries>(tries =>
        {
            tries.ToTable("SignInTries").HasKey(t => new { t.Kind, t.Subject });
            tries.HasIndex(t => t.NextAt);
        });
        model.Entity<OneTimeLink>(link =>
        {
            link.HasKey(l => l.Hash);
            link.HasOne<User>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SignIn>(signIn =>
        {
            signIn.Property(s => s.Id).ValueGeneratedNever();
            signIn.HasOne(s => s.User).WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AuditEntry>(entry =>
        {
            entry.HasIndex(e => new { e.UserId, e.Id });
            entry.HasIndex(e => new { e.Kind, e.SubjectId, e.Id });
            entry.HasIndex(e => e.At);
        });
    }
}
