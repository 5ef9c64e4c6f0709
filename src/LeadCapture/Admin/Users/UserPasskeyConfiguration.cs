using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Admin.Users;

internal sealed class UserPasskeyConfiguration : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> passkey)
    {
        passkey.ToTable("user_passkeys");
        passkey.HasKey(p => p.CredentialId);
        passkey.HasOne<User>().WithMany().HasForeignKey(p => p.UserId);
        passkey.OwnsOne(p => p.Data).ToJson();
    }
}
