using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Submissions.Spam;

internal sealed class SpamEntryConfiguration : IEntityTypeConfiguration<SpamEntry>
{
    public void Configure(EntityTypeBuilder<SpamEntry> entry)
    {
        entry.ToTable("spam_entries");
        // Allowed or blocked, not both.
        entry.HasIndex(e => e.Sender).IsUnique();
    }
}
