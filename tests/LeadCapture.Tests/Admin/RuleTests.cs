using FluentValidation;
using LeadCapture.Admin;
using LeadCapture.Admin.Users;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Admin;

public class RuleTests
{
    [Fact]
    public async Task What_an_action_takes_is_checked_by_its_rules_before_the_action_runs()
    {
        await using var app = await TestApp.Start();
        var forms = typeof(AdminController).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(AdminController))).SelectMany(type => type.GetMethods())
            .SelectMany(action => action.GetParameters()).Select(parameter => parameter.ParameterType).Distinct()
            .Where(form => form.GetNestedType("Rules") is not null).ToList();

        // A welcome is checked by the action itself: its rules depend on the link.
        Assert.Contains(typeof(WelcomeForm), forms);
        Assert.All(forms.Except([typeof(WelcomeForm)]),
            form => Assert.NotNull(app.Services.GetService(typeof(IValidator<>).MakeGenericType(form))));
    }
}
