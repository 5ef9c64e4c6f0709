using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeadCapture.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FailureGroups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "failure_key",
                table: "deliveries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_failure_key_lead_id",
                table: "deliveries",
                columns: new[] { "failure_key", "lead_id" },
                filter: "failure_key IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_deliveries_failure_key_lead_id",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "failure_key",
                table: "deliveries");
        }
    }
}
