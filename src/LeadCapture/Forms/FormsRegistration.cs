namespace LeadCapture.Forms;

public static class FormsRegistration
{
    public static void AddForms(this IServiceCollection services) =>
        services.AddSingleton<FormCatalog>();
}
