using LeadCapture.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Alerts.Notices;

internal sealed class LeadNoticeConfiguration : IEntityTypeConfiguration<LeadNotice>
{
    public void Configure(EntityTypeBuilder<LeadNotice> notice)
    {
        notice.ToTable("lead_notices");
        notice.HasKey(n => n.FormId);
        notice.Property(n => n.FormId).ValueGeneratedNever();
        notice.HasOne<Form>().WithOne().HasForeignKey<LeadNotice>(n => n.FormId).OnDelete(DeleteBehavior.Cascade);
        notice.Ignore(n => n.IsOn);
    }
}
