using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Catalogue;

/// What Reply.io has, as it was last read: one row, shared by all nodes.
public sealed class StoredCatalogue
{
    public int Id { get; init; } = 1;

    /// The Reply.io that was asked: that of another address has nothing to do with it.
    public string Source { get; init; } = "";

    /// KnownContent as JSON.
    public string Content { get; init; } = "";

    /// When the content was read; null: never.
    public DateTime? ReadAt { get; init; }

    /// Why the last try brought nothing, and in Reply.io's words; null: it did.
    public CatalogueGap? Gap { get; init; }
    public string? Reason { get; init; }
    public DateTime? TriedAt { get; init; }

    /// When it is to be read by itself; null: now.
    public DateTime? NextAt { get; init; }
}

/// The one row is there from the beginning: nothing ever inserts.
internal sealed class StoredCatalogueConfiguration : IEntityTypeConfiguration<StoredCatalogue>
{
    public void Configure(EntityTypeBuilder<StoredCatalogue> catalogue)
    {
        catalogue.ToTable("catalogues");
        catalogue.Property(c => c.Id).ValueGeneratedNever();
        catalogue.HasData(new StoredCatalogue());
    }
}
