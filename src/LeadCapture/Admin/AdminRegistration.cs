using LeadCapture.Admin.Access;
using LeadCapture.Admin.Audit;
using LeadCapture.Admin.CommandPalette;
using LeadCapture.Admin.Devices;
using LeadCapture.Admin.Failures;
using LeadCapture.Admin.Forms;
using LeadCapture.Admin.Forms.Drift;
using LeadCapture.Admin.Leads;
using LeadCapture.Admin.Leads.Import;
using LeadCapture.Admin.Leads.NewLeads;
using LeadCapture.Admin.Profile;
using LeadCapture.Admin.Settings;
using LeadCapture.Admin.Users;
using LeadCapture.Data;
using LeadCapture.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.AdminText;

namespace LeadCapture.Admin;

public static class AdminRegistration
{
    private static string Unfit => T["This value isn't valid here. Enter or choose another one."];

    public static void AddAdmin(this IServiceCollection services, OpenIdOptions openId)
    {
        services.AddIdentityCore<User>(identity =>
        {
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            identity.User.RequireUniqueEmail = true;
            // The address is checked by our own rules: every one that can receive mail will do.
            identity.User.AllowedUserNameCharacters = "";
            identity.Password = new()
            {
                // What is asked of one stands in UserRules; the owner of the settings may have a weaker one.
                RequiredLength = 1,
                RequireDigit = false,
                RequireLowercase = false,
                RequireUppercase = false,
                RequireNonAlphanumeric = false,
            };
        }).AddEntityFrameworkStores<LeadDb>().AddSignInManager().AddDefaultTokenProviders();
        services.AddAdminCookies();
        if (openId.IsOn)
            services.AddOpenId(openId);
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationHandler, NeedsHandler>();
        services.AddAccess();
        services.AddScoped<AuditLog>().AddScoped<UserPages>().AddScoped<Links>().AddScoped<Passwords>().AddScoped<Account>().AddScoped<ReplyIoKey>();
        services.AddScoped<SettingsPages>().AddScoped<DevicePages>().AddScoped<EventPages>().AddScoped<EventReports>();
        services.AddScoped<ReadyPages>().AddScoped<SendingChecks>().AddScoped<FormChecks>().AddScoped<TestLeads>();
        services.AddScoped<LeadsByEmail>().AddScoped<LeadList>().AddScoped<LeadFile>();
        services.AddScoped<LeadPages>().AddScoped<Decisions>().AddScoped<Versions>().AddScoped<Correcting>();
        services.AddScoped<AttentionCount>().AddScoped<SetUpLists>().AddScoped<FailedGroups>().AddScoped<FailureNotes>().AddScoped<Previews>();
        services.AddScoped<ImportCheck>().AddScoped<Imports>().AddScoped<FileText>().AddHostedService<ImportSweep>();
        services.AddScoped<NewLeadCheck>().AddScoped<NewLeadFiles>().AddScoped<NewLeadPlans>();
        services.AddFormPages();
        services.AddScoped<PaletteSearch>();
        services.AddScoped<DriftPages>();
        services.AddSingleton<FirstOwner>();
        services.AddRules();
        services.Configure<MvcOptions>(mvc =>
        {
            mvc.ModelBinderProviders.Insert(0, new TypedText());
            // What must be typed is said by the rules of a form, in words of ours.
            mvc.ModelBindingMessageProvider.SetValueIsInvalidAccessor(_ => Unfit);
            mvc.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((_, _) => Unfit);
            mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        });
    }

    /// Public pages pass by: they know no user.
    public static void UseAdmin(this WebApplication app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(AdminRoutes.Root), admin => admin.UseAuthentication().UseAuthorization());
}
