import ArgumentParser
enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }
