using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Booth;

internal sealed class AttractMediaConfiguration : IEntityTypeConfiguration<AttractMedia>
{
    public void Configure(EntityTypeBuilder<AttractMedia> media)
    {
        media.ToTable("attract_media");
        media.HasKey(one => one.EventId);
        media.HasOne<Event>().WithOne().HasForeignKey<AttractMedia>(one => one.EventId).OnDelete(DeleteBehavior.Cascade);
    }
}
