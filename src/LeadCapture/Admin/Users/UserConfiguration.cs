using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Admin.Users;

/// Of ASP.NET Core Identity what is used: its schema 3, with passkeys, without roles, claims and foreign log-ins.
internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> user)
    {
        user.ToTable("users");
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
    }
}
