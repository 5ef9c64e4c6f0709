using FluentValidation;
using FluentValidation.AspNetCore;
using LeadCapture.Admin.Access;
using LeadCapture.Admin.Devices;
using LeadCapture.Admin.Failures;
using LeadCapture.Admin.Forms;
using LeadCapture.Admin.Forms.Look;
using LeadCapture.Admin.Forms.Notifications;
using LeadCapture.Admin.Profile;
using LeadCapture.Admin.Settings;
using LeadCapture.Admin.Settings.ApiKeys;
using LeadCapture.Admin.Users;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LeadCapture.Admin;

/// The rules of what is typed in the admin area. They are checked before an action runs: it finds the errors in its ModelState.
public static class RulesRegistration
{
    private static readonly string Here = typeof(RulesRegistration).Namespace!;

    public static void AddRules(this IServiceCollection services)
    {
        services.AddFluentValidationAutoValidation(rules =>
        {
            rules.DisableDataAnnotationsValidation = true;
            // Public forms are checked by rules of their own, made from their definition.
            rules.Filter = type => type.Namespace?.StartsWith(Here, StringComparison.Ordinal) == true;
        });
        // Rules alone look into a form. MVC would read every property of what an action takes, also one that works something out.
        services.Configure<MvcOptions>(mvc =>
            mvc.ModelMetadataDetailsProviders.Add(new SuppressChildValidationMetadataProvider(typeof(object))));
        // Named, because looking for them loads every type of the program. None of them has a state.
        services.AddSingleton<IValidator<LoginForm>, LoginForm.Rules>();
        services.AddSingleton<IValidator<CodeForm>, CodeForm.Rules>();
        services.AddSingleton<IValidator<NameForm>, NameForm.Rules>();
        services.AddSingleton<IValidator<PasswordForm>, PasswordForm.Rules>();
        services.AddSingleton<IValidator<InviteForm>, InviteForm.Rules>();
        services.AddSingleton<IValidator<FixForm>, FixForm.Rules>();
        services.AddSingleton<IValidator<KeyForm>, KeyForm.Rules>();
        services.AddSingleton<IValidator<BudgetForm>, BudgetForm.Rules>();
        services.AddSingleton<IValidator<SenderForm>, SenderForm.Rules>();
        services.AddSingleton<IValidator<AlertsForm>, AlertsForm.Rules>();
        services.AddSingleton<IValidator<WebhookForm>, WebhookForm.Rules>();
        services.AddSingleton<IValidator<ApiKeyForm>, ApiKeyForm.Rules>();
        services.AddSingleton<IValidator<NoticeForm>, NoticeForm.Rules>();
        services.AddSingleton<IValidator<HookForm>, HookForm.Rules>();
        services.AddSingleton<IValidator<NewForm>, NewForm.Rules>();
        services.AddSingleton<IValidator<EventForm>, EventForm.Rules>();
        services.AddSingleton<IValidator<TestLeadForm>, TestLeadForm.Rules>();
        services.AddSingleton<IValidator<LookForm>, LookForm.Rules>();
    }
}
