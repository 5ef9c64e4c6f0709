using LeadCapture.ReplyIo;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Deliveries;

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> delivery)
    {
        delivery.ToTable("deliveries");
        delivery.HasKey(d => d.LeadId);
        delivery.HasOne(d => d.Lead).WithOne().HasForeignKey<Delivery>(d => d.LeadId).OnDelete(DeleteBehavior.Restrict);
        delivery.HasIndex(d => new { d.Priority, d.DueAt }).HasFilter("due_at IS NOT NULL");
        // Form and channel are read from it, and not looked for through it.
        delivery.HasIndex(d => new { d.State, d.LeadId, d.FormId, d.Channel });
        // What is not delivered, and why; a lead that goes through at once never enters it.
        delivery.HasIndex(d => new { d.Cause, d.LeadId }).HasFilter($"cause > {(int)Cause.Found}");
        delivery.HasIndex(d => new { d.FailureKey, d.LeadId }).HasFilter("failure_key IS NOT NULL");
        // Who waits for whom: only what is not settled.
        delivery.HasIndex(d => new { d.Email, d.LeadId }).HasFilter("due_at IS NOT NULL AND email IS NOT NULL");
        delivery.HasIndex(d => new { d.LinkedIn, d.LeadId }).HasFilter("due_at IS NOT NULL AND linked_in IS NOT NULL");
        delivery.Property(d => d.DueAt).IsConcurrencyToken();
        delivery.Ignore(d => d.FollowUp).Ignore(d => d.HasContact).Ignore(d => d.MayChangeFollowUp)
            .Ignore(d => d.MayUnenroll).Ignore(d => d.MayEnroll);
        delivery.Ignore(d => d.IsSettled).Ignore(d => d.NextKind).Ignore(d => d.MayBeThere).Ignore(d => d.IsLosingPatience)
            .Ignore(d => d.MayResubmit).Ignore(d => d.MayDiscard).Ignore(d => d.GoesAtOnce);
    }
}
