using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Booth;

internal sealed class CardPhotoConfiguration : IEntityTypeConfiguration<CardPhoto>
{
    public void Configure(EntityTypeBuilder<CardPhoto> photo)
    {
        photo.ToTable("card_photos");
        photo.HasKey(one => one.LeadId);
        photo.HasOne<Lead>().WithOne().HasForeignKey<CardPhoto>(one => one.LeadId).OnDelete(DeleteBehavior.Cascade);
    }
}
