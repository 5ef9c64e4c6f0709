using LeadCapture.Data;
using LeadCapture.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Leads;

internal sealed class LeadConfiguration : IEntityTypeConfiguration<Lead>
{
    public void Configure(EntityTypeBuilder<Lead> lead)
    {
        lead.ToTable("leads");
        lead.Property(l => l.Id).ValueGeneratedNever();
        lead.Property(l => l.Email).InByteOrder();
        lead.HasIndex(l => l.Receipt).IsUnique();
        lead.HasIndex(l => new { l.FormId, l.SubmissionId }).IsUnique();
        // The id makes the order of addresses one of single leads, so that a page of it can begin behind any of them.
        lead.HasIndex(l => new { l.Email, l.Id });
        lead.HasOne<Form>().WithMany().HasForeignKey(l => l.FormId).OnDelete(DeleteBehavior.Restrict);
        lead.Ignore(l => l.Reference).Ignore(l => l.IsImported);
    }
}
