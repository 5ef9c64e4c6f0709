using LeadCapture.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Webhooks;

internal sealed class WebhookConfiguration : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> webhook)
    {
        webhook.ToTable("webhooks");
        webhook.HasOne<Form>().WithMany().HasForeignKey(w => w.FormId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class WebhookMessageConfiguration : IEntityTypeConfiguration<WebhookMessage>
{
    public void Configure(EntityTypeBuilder<WebhookMessage> message)
    {
        message.ToTable("webhook_messages");
        message.Property(m => m.Id).ValueGeneratedNever();
        message.HasOne<Webhook>().WithMany().HasForeignKey(m => m.WebhookId).OnDelete(DeleteBehavior.Cascade);
        message.HasIndex(m => new { m.WebhookId, m.Event, m.SubjectId }).IsUnique();
        message.HasIndex(m => new { m.WebhookId, m.Id });
        message.HasIndex(m => new { m.WebhookId, m.DueAt }).HasFilter("due_at IS NOT NULL");
    }
}

/// The one row is there from the beginning: nothing ever inserts.
internal sealed class WebhookMarkConfiguration : IEntityTypeConfiguration<WebhookMark>
{
    public void Configure(EntityTypeBuilder<WebhookMark> mark)
    {
        mark.ToTable("webhook_marks");
        mark.Property(m => m.Id).ValueGeneratedNever();
        mark.HasData(new WebhookMark());
    }
}
