using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Webhooks;

public static class WebhookTables
{
    extension(LeadDb db)
    {
        public DbSet<Webhook> Webhooks => db.Set<Webhook>();
        public DbSet<WebhookMessage> WebhookMessages => db.Set<WebhookMessage>();
    }
}
