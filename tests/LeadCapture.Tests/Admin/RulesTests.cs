using FluentValidation;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Admin;

/// Rules are registered by name: one that is forgotten checks nothing.
public class RulesTests
{
    [Fact]
    public async Task The_rules_of_every_form_of_the_admin_area_are_known()
    {
        await using var app = await TestApp.Start();
        var rules = typeof(LeadCapture.Admin.RulesRegistration).Assembly.GetTypes()
            .Where(type => type is { Name: "Rules", Namespace: { } place } && place.StartsWith("LeadCapture.Admin", StringComparison.Ordinal)
                // The others are made where it is known what they depend on.
                && type.GetConstructor([]) is not null).ToList();

        var forgotten = rules.Where(rule => app.Services.GetService(typeof(IValidator<>).MakeGenericType(rule.DeclaringType!))?.GetType() != rule);

        Assert.NotEmpty(rules);
        Assert.Empty(forgotten);
    }
}
