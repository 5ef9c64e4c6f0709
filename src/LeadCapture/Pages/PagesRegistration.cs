using LeadCapture.Shared;

namespace LeadCapture.Pages;

public static class PagesRegistration
{
    public static void AddPages(this IServiceCollection services) =>
        services.AddSingleton<Stamps>().AddSingleton<FormPages>().AddSingleton<Confirmations>();
}
