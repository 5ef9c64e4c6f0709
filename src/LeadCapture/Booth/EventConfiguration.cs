using LeadCapture.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Booth;

internal sealed class EventConfiguration : IEntityTypeConfiguration<Event>
{
    public void Configure(EntityTypeBuilder<Event> builder)
    {
        builder.ToTable("events");
        builder.HasOne<Form>().WithMany().HasForeignKey(one => one.FormId).OnDelete(DeleteBehavior.Restrict);
    }
}
