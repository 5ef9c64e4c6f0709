using LeadCapture.Pages.Templates;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace LeadCapture.Pages;

public static class PagesRegistration
{
    public static void AddPages(this IServiceCollection services) =>
        services.AddSingleton<Confirmations>().AddSingleton<PageTemplates>().AddSingleton<FormTemplates>().AddSingleton<ConfirmationTemplates>()
            .AddSingleton<ICorsPolicyProvider, FormSites>();
}
