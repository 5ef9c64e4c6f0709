using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LeadCapture.Deliveries;

/// Calls to Reply.io that are for no lead. They count like those of attempts, and are forgotten when they count no longer.
public sealed class AccountCall
{
    public required Guid Id { get; init; }

    /// The latest moment at which one of them can have reached Reply.io.
    public required DateTime CountsAt { get; init; }

    /// That may be made; once they have ended, that were made.
    public required int Calls { get; init; }
}

internal sealed class AccountCallConfiguration : IEntityTypeConfiguration<AccountCall>
{
    public void Configure(EntityTypeBuilder<AccountCall> call)
    {
        call.ToTable("account_calls");
        call.Property(c => c.Id).ValueGeneratedNever();
    }
}
