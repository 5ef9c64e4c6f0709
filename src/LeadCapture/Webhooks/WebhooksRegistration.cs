namespace LeadCapture.Webhooks;

public static class WebhooksRegistration
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<WebhookClient>().AddSingleton<WebhookPayload>().AddSingleton<WebhookSender>();
        services.AddSingleton<WebhookWatch>().AddHostedService(provider => provider.GetRequiredService<WebhookWatch>());
    }
}
